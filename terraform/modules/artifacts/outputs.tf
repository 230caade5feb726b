output "bucket" {
  description = "The bucket of what was built."
  value       = module.bucket.id
}

output "arn" {
  description = "The same, for whoever may use it."
  value       = module.bucket.arn
}
