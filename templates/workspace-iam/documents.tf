module "documents" {
  source = "./modules/documents"

  workspace_id       = var.workspace_id
  namespaces         = var.namespaces
  account_id         = local.account_id
  region             = var.region
  oidc_provider      = local.oidc_provider
  bucket_arn         = var.bucket_arn
  kms_key_arn        = var.kms_key_arn
  glue_read          = var.glue_read
  trust_policy_quota = var.trust_policy_quota
}

locals {
  role_name = replace(var.role_name_pattern, "{id}", var.workspace_id)
}
