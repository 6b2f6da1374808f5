"""What the sentences of the features do: step definitions, and the screens they act on.

One file a concept, never one a feature. Nothing here knows the stub portal: the same steps
must pass against any portal that does what the guides say.
"""
