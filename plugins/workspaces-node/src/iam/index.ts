export * from './IamProvider';
