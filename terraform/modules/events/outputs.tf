output "topic_arn" {
  description = "Where it is told."
  value       = local.topic
}

output "dead_letters" {
  description = "The queue of what nobody could deal with."
  value       = module.everything.dead_letters
}
