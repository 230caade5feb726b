variable "name" {
  description = "The environment."
  type        = string
}

variable "key_arn" {
  description = "What logs are encrypted with."
  type        = string
}

variable "log_days" {
  description = "For how many days the log of the traffic is kept."
  type        = number
}
