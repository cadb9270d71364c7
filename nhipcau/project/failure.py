"""A foreseeable failure, said in an official's words: what, why, and what to do."""


class NotDone(Exception):
    """Something was not carried out; its text is the whole sentence that a person reads."""

    def __init__(self, task: str, cause: str, remedy: str) -> None:
        super().__init__(f"{task} chưa thực hiện được: {cause}. Đề nghị {remedy}.")
