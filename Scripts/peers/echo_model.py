"""A model whose prediction is its input, for timings of the protocol by the Python client."""

from assay_client import serve


class Echo:
    def predict(self, inputs):
        return inputs


serve(Echo)
