const { dest, src, task, watch } = require('gulp');

const assets = ['icons/**/*.svg', 'nodes/**/*.node.json'];

// npm run dev builds into a folder of its own
const folder = process.env.BUILD_FOLDER ?? 'dist';

task('assets', () => src(assets, { base: '.' }).pipe(dest(folder)));

task('assets:watch', () => watch(assets, { ignoreInitial: false }, task('assets')));
