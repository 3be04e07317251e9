package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an update.
 *
 * @param before null where the entry was missing
 * @param after null where it still is
 * @param errors the ops that failed, in order
 */
public record Updated(
    @Nullable JsonNode before, @Nullable JsonNode after, Outcome outcome, List<OpError> errors) {
  /** What happened to the value. */
  public enum Outcome {
    /** At least one op wrote, be it the same value again. */
    WRITTEN,
    /** No op wrote: they failed, tested, or found nothing to do. */
    UNTOUCHED,
    /** An op of an atomic update failed, so that none is done. */
    UNDONE
  }

  public Updated {
    errors = List.copyOf(errors);
  }
}
