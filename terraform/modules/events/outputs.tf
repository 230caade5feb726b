output "topic_arn" {
  description = "Where it is told."
  value       = local.topic
}

output "dead_letters" {
  description = "The queue of what nobody could deal with."
  value       = aws_sqs_queue.dead.name
}
