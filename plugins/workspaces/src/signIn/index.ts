export { SignInReporter } from './SignInReporter';
