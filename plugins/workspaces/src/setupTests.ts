import '@testing-library/jest-dom';

// Whole pages in jsdom: seconds each on a machine that is busy with other tests.
jest.setTimeout(30_000);
