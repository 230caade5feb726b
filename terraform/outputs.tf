output "environment" {
  description = "The Beanstalk environment that the bundle is deployed to."
  value       = module.shop.environment
}

output "application" {
  description = "The Beanstalk application."
  value       = module.shop.application
}

output "balancer" {
  description = "What the domain's CNAME or alias points to."
  value       = module.shop.address
}

output "mail_records" {
  description = "The records that prove the mail domain, as they are to be written."
  value       = module.mail.records
}

output "events_topic" {
  description = "What happens to orders is told here."
  value       = module.events.topic_arn
}

output "artifacts" {
  description = "The bucket that bundles lie in."
  value       = module.artifacts.bucket
}

output "recommender_repository" {
  description = "Where images of the recommender are pushed to."
  value       = module.recommender.repository_url
}

output "functions" {
  description = "What runs beside the machines."
  value       = flatten(module.functions[*].names)
}

output "pipeline" {
  description = "What builds and deploys the shop."
  value       = one(module.pipeline[*].name)
}

output "user_pool" {
  description = "The accounts, for whoever gives staff their groups and their second factor."
  value       = module.people.user_pool_id
}
