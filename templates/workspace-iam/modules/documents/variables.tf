variable "workspace_id" {
  description = "Id of the team workspace; its prefix in the bucket is \"{id}/\"."
  type        = string
  nullable    = false

  # An id of "*" would open the whole bucket: this is a security control.
  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{0,36}[a-z0-9]$", var.workspace_id))
    error_message = "workspace_id must be 2 to 38 lower case letters, digits and inner hyphens."
  }
}

variable "namespaces" {
  description = "Namespaces whose \"user-*\" ServiceAccounts may assume the role; the three of DRLS when null."
  type        = list(string)
  default     = null

  validation {
    condition     = var.namespaces == null || try(length(var.namespaces) > 0, false)
    error_message = "namespaces must not be empty: the role would have no subject to be limited to."
  }

  validation {
    condition = alltrue([
      for namespace in coalesce(var.namespaces, []) : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", namespace))
    ])
    error_message = "Each of namespaces must be an RFC 1123 label of at most 63 characters, without wildcards."
  }

  validation {
    condition = alltrue([
      for namespace in coalesce(var.namespaces, []) : !can(regex("^(default|kube-.*|openshift-.*)$", namespace))
    ])
    error_message = "namespaces of the platform (default, kube-*, openshift-*) never get a role of a workspace."
  }

  validation {
    condition     = try(length(distinct(var.namespaces)) == length(var.namespaces), true)
    error_message = "namespaces must not hold a value twice."
  }
}

variable "account_id" {
  description = "AWS account of the role and of the OIDC provider."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be twelve digits."
  }
}

variable "region" {
  description = "Region of the bucket and the cluster; it also tells the partition."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+){1,2}-[0-9]{1,2}$", var.region)) && !strcontains(var.region, "-iso")
    error_message = "region must be the name of a region of aws, aws-cn or aws-us-gov, such as us-west-2."
  }
}

variable "oidc_provider" {
  description = "Host and path of the cluster's OIDC issuer, without scheme."
  type        = string
  nullable    = false

  validation {
    condition = alltrue([
      can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+(/[A-Za-z0-9._=~-]+)*$", var.oidc_provider)),
      !can(regex("/[.]{1,2}(/|$)", var.oidc_provider)),
      length(var.oidc_provider) <= 255,
    ])
    error_message = "oidc_provider must be host and path of the issuer, without scheme, port, query or trailing slash."
  }
}

variable "bucket_arn" {
  description = "ARN of the bucket that holds the prefixes of all team workspaces."
  type        = string
  nullable    = false

  validation {
    condition = alltrue([
      can(regex("^arn:(aws|aws-cn|aws-us-gov):s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.bucket_arn)),
      !strcontains(var.bucket_arn, ".."),
      !can(regex(":::[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+$", var.bucket_arn)),
    ])
    error_message = "bucket_arn must be the ARN of a bucket, such as arn:aws:s3:::drls-data, without key and wildcards."
  }

  validation {
    condition     = try(split(":", var.bucket_arn)[1] == local.partition, false)
    error_message = "bucket_arn must be of the partition of the region."
  }
}

variable "kms_key_arn" {
  description = "ARN of the key that encrypts the bucket; empty without one."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition = var.kms_key_arn == "" || can(regex(
      "^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$",
      var.kms_key_arn,
    ))
    error_message = "kms_key_arn must be the ARN of a key; an alias cannot be used in a policy."
  }

  validation {
    condition = var.kms_key_arn == "" || try(
      split(":", var.kms_key_arn)[1] == local.partition && split(":", var.kms_key_arn)[3] == var.region,
      false,
    )
    error_message = "kms_key_arn must be of the region: S3 only uses keys of the region of the bucket."
  }
}

variable "glue_read" {
  description = "Whether the role may read the shared Glue catalog."
  type        = bool
  default     = true
  nullable    = false
}

variable "trust_policy_quota" {
  description = "Largest trust policy in characters: \"Role trust policy length\" of the account."
  type        = number
  default     = 2048
  nullable    = false
}
