// What `npm run test:live` runs.
import { checkLive } from './cli';

const terminal = {
	output: (text: string) => process.stdout.write(text),
	error: (text: string) => process.stderr.write(text),
};

void checkLive(process.argv.slice(2), process.env, terminal).then((code) => {
	process.exitCode = code;
});
