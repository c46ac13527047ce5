import { packPackage } from '../../../playground/pack';

/** Builds and packs the package once for all tests of a run. */
export default async function packOnce(): Promise<void> {
	process.env.PACKED_PACKAGE = await packPackage();
}

/** The tarball that all tests of the run install. */
export function packedPackage(): string {
	const tarball = process.env.PACKED_PACKAGE;
	if (!tarball) throw new Error('The package is packed before the tests begin');
	return tarball;
}
