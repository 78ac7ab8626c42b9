import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages in jsdom: seconds each on a machine that is busy with other tests.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });
