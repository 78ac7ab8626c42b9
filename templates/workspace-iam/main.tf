resource "aws_iam_role" "workspace" {
  name                 = local.role_name
  path                 = var.role_path
  description          = "Sessions of the team workspace ${var.workspace_id}"
  assume_role_policy   = module.documents.trust_policy
  permissions_boundary = var.permissions_boundary_arn == "" ? null : var.permissions_boundary_arn

  tags = merge(var.tags, {
    TeamWorkspace = var.workspace_id
    ManagedBy     = "terraform"
  })
}

resource "aws_iam_role_policy" "workspace" {
  name   = "team-workspace"
  role   = aws_iam_role.workspace.id
  policy = module.documents.permissions_policy
}
