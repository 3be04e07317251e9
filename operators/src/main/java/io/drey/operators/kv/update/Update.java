// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ops that change one JSON value, in order and atomically: {@code [{"type": "increment", "path":
 * "visits"}]}.
 *
 * <p>An op that fails leaves the value unchanged and is reported; the others apply. In an atomic
 * update all are undone if one fails.
 *
 * <table>
 *   <caption>Effects of ops at their path, and their error codes</caption>
 *   <tr><th>op</th><th>effect</th><th>error codes</th></tr>
 *   <tr><td>{@code set}</td>
 *     <td>sets {@code value}; without one, null</td>
 *     <td>{@code set.target_not_object}</td></tr>
 *   <tr><td>{@code merge}</td>
 *     <td>merges the fields of {@code value} into the object, nulls included; a target that
 *     is not an object is replaced by one, except at the root, where it stays</td>
 *     <td>{@code merge.value.not_an_object}, {@code .too_many_keys} above 1024, {@code
 *     .proto_polluted}, {@code .too_deep} below 16 levels</td></tr>
 *   <tr><td>{@code increment}, {@code decrement}</td>
 *     <td>adds or subtracts {@code by}, 1 by default; a missing value counts as 0. The
 *     result of integers is exact, from -2^63 to 2^64 - 1; if a number has a fraction or an
 *     exponent, it is a 64-bit floating-point number</td>
 *     <td>{@code <op>.target_not_object}, {@code <op>.not_number}: not a number, null
 *     included, or a result out of range</td></tr>
 *   <tr><td>{@code append}</td>
 *     <td>appends {@code value} to an array, as one element, or joins two strings. A null or
 *     missing target becomes the string itself, or an array with any other value; a missing
 *     target at a path of two or more names always becomes an array</td>
 *     <td>{@code append.target_not_object}, {@code append.type_mismatch}</td></tr>
 *   <tr><td>{@code remove}</td>
 *     <td>removes the field, if it exists; at the root, the value becomes null</td>
 *     <td>{@code remove.target_not_object}</td></tr>
 *   <tr><td>{@code test}</td>
 *     <td>compares {@code value} with the target: numbers by value, objects without the
 *     order of their fields; a missing target equals null</td>
 *     <td>{@code test.failed}; after any failure, no later op applies</td></tr>
 * </table>
 *
 * <p>A path is the name of one field, taken literally, dots included; or a list of names for a
 * place in nested objects, but not in arrays; or the root: {@code ""}, {@code []}, null or absent.
 * For an op that writes, parents that are missing or not objects become objects; but a root that is
 * not an object stays and the op fails with {@code <op>.target_not_object}, except for {@code
 * merge}. {@code remove} creates nothing: a missing parent leaves nothing to do, and a parent that
 * is not an object is an error. For {@code test}, anything below a parent that is not an object is
 * missing.
 *
 * <p>A path has at most 32 names ({@code <op>.path.too_deep}), none of them empty ({@code
 * .empty_segment}), longer than 256 bytes ({@code .segment_too_long}), or one of {@code __proto__},
 * {@code constructor} and {@code prototype} ({@code .proto_polluted}), because values may end up in
 * browsers.
 */
public final class Update {
  private final List<Op> ops;
  private final boolean atomic;

  private Update(List<Op> ops, boolean atomic) {
    this.ops = ops;
    this.atomic = atomic;
  }

  /**
   * Reads ops. Limits are checked when an op is applied.
   *
   * @param ops an array of ops
   * @param atomic whether they are undone if one of them fails
   * @throws IllegalArgumentException if they are malformed
   */
  public static Update of(JsonNode ops, boolean atomic) {
    return new Update(OpReader.read(ops), atomic);
  }

  /**
   * Applies the ops to a value. Neither that value nor the ops are changed, but the result shares
   * structure with them: none of them may be changed afterwards.
   *
   * @param before null if the entry is missing: it then starts as {@code {}}, unless the first op
   *     is at the root
   */
  public Updated apply(@Nullable JsonNode before) {
    Draft draft = new Draft(before == null && startsInside() ? emptyObject() : before);
    List<OpError> errors = applyTo(draft);
    if (atomic && !errors.isEmpty()) {
      return new Updated(before, before, Updated.Outcome.UNDONE, errors);
    }
    Updated.Outcome outcome =
        draft.isWritten() ? Updated.Outcome.WRITTEN : Updated.Outcome.UNTOUCHED;
    return new Updated(before, draft.value(), outcome, errors);
  }

  private List<OpError> applyTo(Draft draft) {
    List<OpError> errors = new ArrayList<>(0);
    for (int i = 0; i < ops.size(); i++) {
      Op op = ops.get(i);
      try {
        PathLimits.check(op);
        op.applyTo(draft);
      } catch (OpFailedException e) {
        errors.add(new OpError(i, op.type() + e.suffix(), e.reason()));
        if (op.isCondition()) {
          break;
        }
      }
    }
    return errors;
  }

  private boolean startsInside() {
    return ops.isEmpty() || !ops.get(0).path().isRoot();
  }

  private static JsonNode emptyObject() {
    return JsonNodeFactory.instance.objectNode();
  }
}
