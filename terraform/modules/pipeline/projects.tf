locals {
  # Amazon's own Linux, of the make of the fleet.
  linux = {
    arm64  = { cpu = "arm64", type = "ARM_CONTAINER", image = "aws/codebuild/amazonlinux-aarch64-standard:3.0" }
    x86_64 = { cpu = "x64", type = "LINUX_CONTAINER", image = "aws/codebuild/amazonlinux-x86_64-standard:5.0" }
  }
  own   = local.linux[var.architecture]
  plain = merge(local.linux.x86_64, { privileged = false, size = "SMALL", minutes = 15 })

  projects = {
    # On Debian, where the tests fetch the browser and the databases that they need.
    test = merge(local.plain, {
      about   = "Whether everything is as it should be"
      image   = "public.ecr.aws/docker/library/node:24-bookworm"
      size    = "LARGE"
      minutes = 90
      told    = {}
      spec    = local.specs.test
    })
    bundle = merge(local.plain, local.own, {
      about = "What machines and functions run"
      size  = "MEDIUM"
      told  = { CPU = local.own.cpu, ARTIFACTS = var.artifacts.bucket }
      spec  = "buildspec.yml"
    })
    # SageMaker's serverless machines are of one make, whatever the fleet's is.
    image = merge(local.plain, {
      about      = "What learns and recommends"
      privileged = true
      minutes    = 30
      told       = { REPOSITORY = var.recommender.repository, REPOSITORY_URL = var.recommender.url }
      spec       = local.specs.image
    })
    functions = merge(local.plain, {
      about   = "New code for the functions"
      minutes = 30
      told    = { FUNCTIONS = join(" ", var.functions.names), ARTIFACTS = var.artifacts.bucket }
      spec    = local.specs.functions
    })
    smoke = merge(local.plain, {
      about = "Whether the shop answers"
      told  = { DOMAIN = var.domain }
      spec  = local.specs.smoke
    })
  }

  scripts = {
    test      = "npm test"
    image     = <<-EOT
      aws ecr get-login-password | docker login --username AWS --password-stdin "$${REPOSITORY_URL%%/*}"
      # SageMaker takes an image by itself, and none that comes with papers.
      export BUILDX_NO_DEFAULT_ATTESTATIONS=1
      # A tag is given once: whoever builds a commit again finds it done.
      if ! aws ecr describe-images --repository-name "$REPOSITORY" --image-ids imageTag="$COMMIT" > /dev/null; then
        docker build --target recommender --build-arg NODE_IMAGE=public.ecr.aws/docker/library/node:24-bookworm-slim \
          --tag "$REPOSITORY_URL:$COMMIT" .
        docker push "$REPOSITORY_URL:$COMMIT"
      fi
    EOT
    functions = <<-EOT
      for name in $FUNCTIONS; do
        aws lambda update-function-code --function-name "$name" --s3-bucket "$ARTIFACTS" --s3-key "bundles/$COMMIT.zip" \
          --query LastUpdateStatus
        aws lambda wait function-updated-v2 --function-name "$name"
      done
    EOT
    smoke     = <<-EOT
      page() {
        curl --fail --silent --show-error --location --max-time 20 --retry 10 --retry-delay 15 --retry-all-errors \
          --output "$2" "https://$DOMAIN$1"
        echo "$1 answers."
      }
      page /health/ready ready.json
      page / home.html
      product=$(grep -oE 'href="/products/[^"?]+' home.html | head -n 1 | cut -d '"' -f 2 || true)
      page "$${product:-/search}" product.html
    EOT
  }
  # One script each, which ends with the first thing that fails.
  specs = { for name, script in local.scripts : name => yamlencode({
    version = "0.2"
    env     = { shell = "bash" }
    phases  = { build = { commands = ["set -euo pipefail\n${script}"] } }
  }) }
}

resource "aws_cloudwatch_log_group" "each" {
  for_each          = local.projects
  name              = "/aws/codebuild/${var.name}-${each.key}"
  retention_in_days = var.log_days
  kms_key_id        = var.key_arn
}

resource "aws_codebuild_project" "each" {
  for_each       = local.projects
  name           = "${var.name}-${each.key}"
  description    = each.value.about
  service_role   = aws_iam_role.project[each.key].arn
  encryption_key = var.key_arn
  build_timeout  = each.value.minutes
  depends_on     = [aws_iam_role_policy.project]

  source {
    type      = "CODEPIPELINE"
    buildspec = each.value.spec
  }

  artifacts {
    type = "CODEPIPELINE"
  }

  environment {
    type            = each.value.type
    image           = each.value.image
    compute_type    = "BUILD_GENERAL1_${each.value.size}"
    privileged_mode = each.value.privileged

    dynamic "environment_variable" {
      for_each = each.value.told

      content {
        name  = environment_variable.key
        value = environment_variable.value
      }
    }
  }

  logs_config {
    cloudwatch_logs {
      group_name = aws_cloudwatch_log_group.each[each.key].name
    }
  }
}
