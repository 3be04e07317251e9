package io.drey.jobs.yaml;

/** A value of a YAML document, with its place in the file. */
public sealed interface YamlValue permits YamlScalar, YamlList, YamlMapping {
  Position at();

  /** How a message shows the value: a scalar in quotes, anything else by its kind. */
  String shown();
}
