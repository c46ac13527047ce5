const { dest, src, task } = require('gulp');

task('assets', () =>
	src(['icons/**/*.svg', 'nodes/**/*.node.json'], {
		base: '.',
	}).pipe(dest('dist')),
);
