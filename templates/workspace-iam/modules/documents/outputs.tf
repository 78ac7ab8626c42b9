output "trust_policy" {
  description = "Who may assume the role, as JSON."
  value       = local.trust_policy

  precondition {
    condition     = length(local.trust_policy) <= var.trust_policy_quota
    error_message = "The trust policy has ${length(local.trust_policy)} characters; the account accepts ${var.trust_policy_quota}. Name fewer namespaces, or have the quota raised and set trust_policy_quota."
  }
}

output "permissions_policy" {
  description = "What the role may do, as JSON."
  value       = local.permissions_policy

  precondition {
    condition     = length(local.permissions_policy) <= 10240
    error_message = "The permissions policy has ${length(local.permissions_policy)} characters; AWS accepts 10240."
  }
}

output "trust_policy_size" {
  description = "Characters that count against the quota of trust policies."
  value       = length(local.trust_policy)
}

output "permissions_policy_size" {
  description = "Characters that count against the quota of inline policies."
  value       = length(local.permissions_policy)
}
