import { optionsOf } from '../../fields/kinds/collection';
import { receivedFileOptions } from '../../fields/receivedFile';
import { askAgain, response, saveRatingIn } from '../../fields/response';

/** Options of a question about its reply. */
export const replyOptions = { askAgain, saveRatingIn, ...receivedFileOptions };

/** What is read again of the form of a question when its reply comes. */
export const replyFields = { response, options: optionsOf(replyOptions) };
