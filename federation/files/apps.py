from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "federation.files"
    label = "files"
