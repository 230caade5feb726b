# What the shop counts of itself. Beanstalk's own policy for machines lets them write to groups of this beginning, and to no other.
resource "aws_cloudwatch_log_group" "metrics" {
  name              = "/aws/elasticbeanstalk/${var.name}/metrics"
  retention_in_days = var.log_days
  kms_key_id        = var.key_arn
}
