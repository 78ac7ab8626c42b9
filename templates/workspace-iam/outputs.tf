output "role_arn" {
  description = "What to paste into the page IAM & ServiceAccounts of the team workspace."
  value       = aws_iam_role.workspace.arn

  # A role without its policy would be of no use yet.
  depends_on = [aws_iam_role_policy.workspace]
}

output "role_name" {
  description = "Name of the role."
  value       = aws_iam_role.workspace.name
}
