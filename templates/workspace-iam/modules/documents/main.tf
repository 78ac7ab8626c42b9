# What the team workspace's role may do, and who may assume it. No provider: everything follows from the variables.

locals {
  partition = (
    startswith(var.region, "cn-") ? "aws-cn" :
    startswith(var.region, "us-gov-") ? "aws-us-gov" : "aws"
  )
  service_domain = local.partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"

  namespaces = var.namespaces != null ? var.namespaces : [
    for suffix in ["notebooks", "drls-clusters", "drls-pipelines"] : "${var.workspace_id}-${suffix}"
  ]

  # The slash keeps "team" and "team-a" apart.
  prefix = "${var.workspace_id}/"
  glue   = "arn:${local.partition}:glue:${var.region}:${var.account_id}"
}

locals {
  trust_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AssumeByServiceAccounts"
        Effect    = "Allow"
        Principal = { Federated = "arn:${local.partition}:iam::${var.account_id}:oidc-provider/${var.oidc_provider}" }
        Action    = "sts:AssumeRoleWithWebIdentity"
        Condition = {
          StringEquals = { "${var.oidc_provider}:aud" = "sts.amazonaws.com" }
          # A "*" crosses colons, so that only the end of a subject may have one.
          StringLike = {
            "${var.oidc_provider}:sub" = [
              for namespace in local.namespaces : "system:serviceaccount:${namespace}:user-*"
            ]
          }
        }
      },
    ]
  })

  permissions_policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "ListPrefix"
          Effect   = "Allow"
          Action   = "s3:ListBucket"
          Resource = var.bucket_arn
          # Not StringLikeIfExists, which would allow a listing without a prefix.
          Condition = { StringLike = { "s3:prefix" = [local.prefix, "${local.prefix}*"] } }
        },
        {
          Sid      = "LocateBucket"
          Effect   = "Allow"
          Action   = "s3:GetBucketLocation"
          Resource = var.bucket_arn
        },
        {
          Sid    = "WriteObjects"
          Effect = "Allow"
          Action = [
            "s3:GetObject",
            "s3:PutObject",
            "s3:DeleteObject",
            "s3:AbortMultipartUpload",
            "s3:ListMultipartUploadParts",
          ]
          Resource = "${var.bucket_arn}/${local.prefix}*"
        },
      ],
      [for enabled in [var.glue_read] : {
        Sid    = "ReadGlueCatalog"
        Effect = "Allow"
        Action = [
          "glue:GetDatabase",
          "glue:GetDatabases",
          "glue:GetTable",
          "glue:GetTables",
          "glue:GetPartition",
          "glue:GetPartitions",
          "glue:BatchGetPartition",
        ]
        Resource = ["${local.glue}:catalog", "${local.glue}:database/*", "${local.glue}:table/*/*"]
      } if enabled],
      [for key in [var.kms_key_arn] : {
        Sid       = "UseKeyThroughS3"
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = key
        Condition = { StringEquals = { "kms:ViaService" = "s3.${var.region}.${local.service_domain}" } }
      } if key != ""],
    )
  })
}
