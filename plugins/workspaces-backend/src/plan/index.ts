export * from './compareObject';
export * from './planObjects';
