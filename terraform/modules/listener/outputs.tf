output "url" {
  description = "The queue, for whoever reads it."
  value       = aws_sqs_queue.queue.url
}

output "arn" {
  description = "The same, for whoever may."
  value       = aws_sqs_queue.queue.arn
}

output "dead_letters" {
  description = "The queue of what nobody could deal with."
  value       = aws_sqs_queue.dead.name
}
