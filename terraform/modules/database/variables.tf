variable "name" {
  description = "The environment."
  type        = string
}

variable "key_arn" {
  description = "What the data and the password are encrypted with."
  type        = string
}

variable "subnet_ids" {
  description = "Where it is, one a zone."
  type        = list(string)
}

variable "group_id" {
  description = "Who may speak to it."
  type        = string
}

variable "instance_class" {
  description = "How large it is."
  type        = string
}

variable "gigabytes" {
  description = "How much it holds at first; it grows to four times that by itself."
  type        = number
}

variable "multi_az" {
  description = "Whether a second one stands by in another zone."
  type        = bool
}

variable "backup_days" {
  description = "To which second of the last days it can be wound back."
  type        = number
}

variable "password_days" {
  description = "After how many days the password is changed."
  type        = number
  default     = 7
}
