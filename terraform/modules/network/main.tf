data "aws_availability_zones" "here" {
  state = "available"
}

data "aws_region" "here" {}

locals {
  zones = { for n in range(3) : n => try(data.aws_availability_zones.here.names[n], "${data.aws_region.here.region}${["a", "b", "c"][n]}") }
}

resource "aws_vpc" "shop" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = { Name = var.name }
}

# Nothing is in the group that a machine gets when nobody thinks about it.
resource "aws_default_security_group" "nobody" {
  vpc_id = aws_vpc.shop.id
}

resource "aws_internet_gateway" "shop" {
  vpc_id = aws_vpc.shop.id
}

resource "aws_subnet" "public" {
  for_each          = local.zones
  vpc_id            = aws_vpc.shop.id
  availability_zone = each.value
  cidr_block        = cidrsubnet("10.20.0.0/16", 8, each.key)
  tags              = { Name = "${var.name}-public-${each.key}" }
}

resource "aws_subnet" "shop" {
  for_each          = local.zones
  vpc_id            = aws_vpc.shop.id
  availability_zone = each.value
  cidr_block        = cidrsubnet("10.20.0.0/16", 4, each.key + 1)
  tags              = { Name = "${var.name}-shop-${each.key}" }
}

resource "aws_subnet" "data" {
  for_each          = local.zones
  vpc_id            = aws_vpc.shop.id
  availability_zone = each.value
  cidr_block        = cidrsubnet("10.20.0.0/16", 8, each.key + 10)
  tags              = { Name = "${var.name}-data-${each.key}" }
}

resource "aws_eip" "way_out" {
  for_each = local.zones
  domain   = "vpc"
}

resource "aws_nat_gateway" "way_out" {
  for_each      = local.zones
  allocation_id = aws_eip.way_out[each.key].id
  subnet_id     = aws_subnet.public[each.key].id
  depends_on    = [aws_internet_gateway.shop]
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.shop.id
}

resource "aws_route" "public" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.shop.id
}

resource "aws_route_table_association" "public" {
  for_each       = local.zones
  route_table_id = aws_route_table.public.id
  subnet_id      = aws_subnet.public[each.key].id
}

resource "aws_route_table" "shop" {
  for_each = local.zones
  vpc_id   = aws_vpc.shop.id
}

resource "aws_route" "shop" {
  for_each               = local.zones
  route_table_id         = aws_route_table.shop[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.way_out[each.key].id
}

resource "aws_route_table_association" "shop" {
  for_each       = local.zones
  route_table_id = aws_route_table.shop[each.key].id
  subnet_id      = aws_subnet.shop[each.key].id
}

# From the data there is no way out.
resource "aws_route_table" "data" {
  vpc_id = aws_vpc.shop.id
}

resource "aws_route_table_association" "data" {
  for_each       = local.zones
  route_table_id = aws_route_table.data.id
  subnet_id      = aws_subnet.data[each.key].id
}

# Pictures go to S3 without passing, and paying, the way out.
resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.shop.id
  service_name      = "com.amazonaws.${data.aws_region.here.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [for table in aws_route_table.shop : table.id]
}

resource "aws_security_group" "balancer" {
  name_prefix = "${var.name}-balancer-"
  description = "Who comes from outside"
  vpc_id      = aws_vpc.shop.id
}

resource "aws_vpc_security_group_ingress_rule" "balancer" {
  for_each          = { http = 80, https = 443 }
  security_group_id = aws_security_group.balancer.id
  description       = "Everybody, ${each.key}"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
}

resource "aws_vpc_security_group_egress_rule" "balancer" {
  security_group_id            = aws_security_group.balancer.id
  description                  = "To the machines of the shop"
  referenced_security_group_id = aws_security_group.shop.id
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
}

resource "aws_security_group" "shop" {
  name_prefix = "${var.name}-shop-"
  description = "The machines of the shop"
  vpc_id      = aws_vpc.shop.id
}

resource "aws_vpc_security_group_ingress_rule" "shop" {
  security_group_id            = aws_security_group.shop.id
  description                  = "From the balancer alone"
  referenced_security_group_id = aws_security_group.balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
}

resource "aws_vpc_security_group_egress_rule" "shop" {
  security_group_id = aws_security_group.shop.id
  description       = "Amazon's services, Stripe and the packages of the system, encrypted"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

locals {
  stores = { database = 5432, cache = 6379 }
}

resource "aws_security_group" "store" {
  for_each    = local.stores
  name_prefix = "${var.name}-${each.key}-"
  description = "The ${each.key}"
  vpc_id      = aws_vpc.shop.id
}

resource "aws_vpc_security_group_ingress_rule" "store" {
  for_each                     = local.stores
  security_group_id            = aws_security_group.store[each.key].id
  description                  = "From the machines of the shop"
  referenced_security_group_id = aws_security_group.shop.id
  ip_protocol                  = "tcp"
  from_port                    = each.value
  to_port                      = each.value
}

resource "aws_vpc_security_group_egress_rule" "store" {
  for_each                     = local.stores
  security_group_id            = aws_security_group.shop.id
  description                  = "To the ${each.key}"
  referenced_security_group_id = aws_security_group.store[each.key].id
  ip_protocol                  = "tcp"
  from_port                    = each.value
  to_port                      = each.value
}

resource "aws_cloudwatch_log_group" "traffic" {
  name              = "/${var.name}/traffic"
  retention_in_days = var.log_days
  kms_key_id        = var.key_arn
}

resource "aws_iam_role" "traffic" {
  name_prefix = "${var.name}-traffic-"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "vpc-flow-logs.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "traffic" {
  name = "write"
  role = aws_iam_role.traffic.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
      Resource = "${aws_cloudwatch_log_group.traffic.arn}:*"
    }]
  })
}

# What is refused tells who tries, and what was forgotten.
resource "aws_flow_log" "refused" {
  vpc_id          = aws_vpc.shop.id
  traffic_type    = "REJECT"
  iam_role_arn    = aws_iam_role.traffic.arn
  log_destination = aws_cloudwatch_log_group.traffic.arn
}
