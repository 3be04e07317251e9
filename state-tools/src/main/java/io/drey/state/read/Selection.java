package io.drey.state.read;

import io.drey.jobs.expression.FieldCondition;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an operator are wanted.
 *
 * @param state the only one whose rows are wanted; null for all
 * @param key the only one whose rows are wanted, as its user writes it; null for all
 * @param where what must be true of a row; null if nothing
 * @param limit how many rows are wanted at most
 */
public record Selection(
    @Nullable String state, @Nullable String key, @Nullable FieldCondition where, long limit) {
  public static final Selection ALL = new Selection(null, null, null, Long.MAX_VALUE);

  boolean hasState(String name) {
    return state == null || state.equals(name);
  }
}
