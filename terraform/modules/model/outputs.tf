output "endpoint" {
  description = "Who recommends, as metrics call it."
  value       = { name = local.endpoint, variant = local.variant }
}

output "training" {
  description = "What trains it."
  value       = local.machine
}

output "dead_letters" {
  description = "The queue of nights that were left out."
  value       = aws_sqs_queue.dead.name
}
