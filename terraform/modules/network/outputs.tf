output "vpc_id" {
  description = "The network."
  value       = aws_vpc.shop.id
}

output "public_subnet_ids" {
  description = "Where the balancer is, one a zone."
  value       = [for subnet in aws_subnet.public : subnet.id]
}

output "shop_subnet_ids" {
  description = "Where the machines of the shop are, one a zone."
  value       = [for subnet in aws_subnet.shop : subnet.id]
}

output "data_subnet_ids" {
  description = "Where data are kept, one a zone."
  value       = [for subnet in aws_subnet.data : subnet.id]
}

output "balancer_group_id" {
  description = "The group of the balancer."
  value       = aws_security_group.balancer.id
}

output "shop_group_id" {
  description = "The group of the machines of the shop."
  value       = aws_security_group.shop.id
}

output "database_group_id" {
  description = "The group of the database."
  value       = aws_security_group.store["database"].id
}

output "cache_group_id" {
  description = "The group of Redis."
  value       = aws_security_group.store["cache"].id
}

output "functions_group_id" {
  description = "The group of the functions that read the database."
  value       = aws_security_group.functions.id
}
