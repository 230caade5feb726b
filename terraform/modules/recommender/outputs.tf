output "repository_url" {
  description = "Where images are pushed to."
  value       = aws_ecr_repository.recommender.repository_url
}

output "repository_arn" {
  description = "The same, for whoever may use it."
  value       = aws_ecr_repository.recommender.arn
}

output "repository" {
  description = "The repository's name."
  value       = aws_ecr_repository.recommender.name
}

output "bucket" {
  description = "The bucket of what models learn from."
  value       = module.bucket.id
}

output "bucket_arn" {
  description = "The same, for whoever may use it."
  value       = module.bucket.arn
}
