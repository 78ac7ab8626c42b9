export * from './ServiceAccounts';
