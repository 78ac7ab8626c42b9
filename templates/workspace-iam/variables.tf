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

variable "cluster_name" {
  description = "Name of the EKS cluster that the team workspace is in."
  type        = string
  default     = "drls"
  nullable    = false

  validation {
    condition     = can(regex("^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$", var.cluster_name))
    error_message = "cluster_name must be the name of an EKS cluster."
  }
}

variable "region" {
  description = "Region of the cluster and the bucket."
  type        = string
  default     = "us-west-2"
  nullable    = false
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
}

variable "kms_key_arn" {
  description = "ARN of the key that encrypts the bucket; empty without one. The key policy must delegate to the account."
  type        = string
  default     = ""
  nullable    = false
}

variable "namespaces" {
  description = "Namespaces whose \"user-*\" ServiceAccounts may assume the role; \"{id}-notebooks\", \"{id}-drls-clusters\" and \"{id}-drls-pipelines\" when null."
  type        = list(string)
  default     = null
}

variable "glue_read" {
  description = "Whether the role may read the shared Glue catalog, which names the tables of every team."
  type        = bool
  default     = true
  nullable    = false
}

variable "role_name_pattern" {
  description = "Name of the role, with {id} for the id of the team workspace."
  type        = string
  default     = "drls-workspace-{id}"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_+=,.@-]*[{]id[}][A-Za-z0-9_+=,.@-]*$", var.role_name_pattern))
    error_message = "role_name_pattern must hold {id} once, and besides it letters, digits and _+=,.@- only."
  }

  validation {
    condition     = length(replace(var.role_name_pattern, "{id}", var.workspace_id)) <= 64
    error_message = "role_name_pattern gives a name of more than 64 characters for this workspace_id."
  }
}

variable "role_path" {
  description = "Path of the role, such as /team-workspaces/."
  type        = string
  default     = "/"
  nullable    = false

  validation {
    condition     = can(regex("^/([A-Za-z0-9_+=,.@-]+/)*$", var.role_path)) && length(var.role_path) <= 512
    error_message = "role_path must start and end with a slash."
  }
}

variable "permissions_boundary_arn" {
  description = "ARN of the policy that bounds the role; empty without one."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition = var.permissions_boundary_arn == "" || can(regex(
      "^arn:(aws|aws-cn|aws-us-gov):iam::([0-9]{12}|aws):policy/[A-Za-z0-9_+=,.@/-]+$",
      var.permissions_boundary_arn,
    ))
    error_message = "permissions_boundary_arn must be the ARN of a managed policy."
  }
}

variable "trust_policy_quota" {
  description = "Largest trust policy in characters: \"Role trust policy length\" of the account."
  type        = number
  default     = 2048
  nullable    = false
}

variable "tags" {
  description = "Further tags of the role."
  type        = map(string)
  default     = {}
  nullable    = false
}
