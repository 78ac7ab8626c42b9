export * from './configProblems';
