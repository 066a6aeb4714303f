import { testBitChanges } from '../../test/bit-changes.ts';

testBitChanges(1);
