package io.drey.jobs.pipeline;

/**
 * What a source or step hands on.
 *
 * @param vertex the id of the source or step
 * @param name {@link #MAIN} or the name after the dot
 */
public record Output(String vertex, String name) {
  /** The output that a bare id means. */
  public static final String MAIN = "";

  public static Output main(String vertex) {
    return new Output(vertex, MAIN);
  }

  /** Reads {@code id} or {@code id.output}. */
  static Output parse(String reference) {
    int dot = reference.indexOf('.');
    return dot < 0
        ? main(reference)
        : new Output(reference.substring(0, dot), reference.substring(dot + 1));
  }

  public boolean isMain() {
    return name.equals(MAIN);
  }

  /** As a pipeline file refers to it. */
  @Override
  public String toString() {
    return isMain() ? vertex : vertex + "." + name;
  }
}
