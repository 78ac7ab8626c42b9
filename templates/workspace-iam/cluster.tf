# What AWS knows of the account and the cluster.

data "aws_caller_identity" "current" {}

data "aws_eks_cluster" "this" {
  region = var.region
  name   = var.cluster_name
}

locals {
  account_id    = data.aws_caller_identity.current.account_id
  oidc_provider = trimprefix(data.aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://")
}
