output "name" {
  description = "The function."
  value       = aws_lambda_function.function.function_name
}

output "arn" {
  description = "The function, for whoever calls it."
  value       = "${local.place}:${aws_lambda_function.function.function_name}"
}

output "dead_letters" {
  description = "The queues of what failed: one, or none."
  value       = aws_sqs_queue.dead[*].name
}
