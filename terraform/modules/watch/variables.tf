variable "name" {
  description = "The environment."
  type        = string
}

variable "key_arn" {
  description = "What is written down is encrypted with it."
  type        = string
}

variable "operators" {
  description = "Whom alarms write to."
  type        = list(string)
}

variable "monthly_budget" {
  description = "US dollars a month."
  type        = number
}

variable "environment" {
  description = "The Beanstalk environment."
  type        = string
}

variable "balancer_arn" {
  description = "The balancer."
  type        = string
}

variable "database_id" {
  description = "The database."
  type        = string
}

variable "cache_id" {
  description = "The group of Redis."
  type        = string
}

variable "dead_letters" {
  description = "The queue of what nobody could deal with."
  type        = string
}

variable "media_bucket_arn" {
  description = "The bucket whose every change is written down."
  type        = string
}

variable "log_days" {
  description = "For how many days it is kept at hand."
  type        = number
}
