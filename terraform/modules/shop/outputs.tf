output "application" {
  description = "The application."
  value       = aws_elastic_beanstalk_application.shop.name
}

output "environment" {
  description = "The environment."
  value       = aws_elastic_beanstalk_environment.shop.name
}

output "balancer_arn" {
  description = "The balancer."
  value       = aws_elastic_beanstalk_environment.shop.load_balancers[0]
}

output "address" {
  description = "What the domain points to."
  value       = aws_elastic_beanstalk_environment.shop.cname
}

output "role_arns" {
  description = "The roles of the machines and of Beanstalk, for whoever deploys."
  value       = [aws_iam_role.machine.arn, aws_iam_role.service.arn]
}
