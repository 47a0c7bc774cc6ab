"""Operations of migrations."""

import pgtrigger.migrations
from django.db.migrations.state import ProjectState


class AddTrigger(pgtrigger.migrations.AddTrigger):
    """As pgtrigger's, without rendering the model and all its relations anew: a trigger changes nothing of a class.

    With hundreds of triggers on models that hang together, that rendering takes most of a migration's time.
    """

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        options = state.models[app_label, self.model_name.lower()].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]
