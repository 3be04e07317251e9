package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ops that change one JSON value, in order and at once: {@code [{"type": "increment", "path":
 * "visits"}]}.
 *
 * <p>An op that fails leaves the value as it found it and is reported; the others apply. As an
 * atomic update they are undone together if one fails.
 *
 * <table>
 *   <caption>What ops do at their path, and the codes of their errors</caption>
 *   <tr><th>op</th><th>does</th><th>fails</th></tr>
 *   <tr><td>{@code set}</td>
 *     <td>puts {@code value} there; without one, null</td>
 *     <td>{@code set.target_not_object}</td></tr>
 *   <tr><td>{@code merge}</td>
 *     <td>puts the fields of {@code value} into the object there, nulls as well; what is no object
 *     is replaced by one, save at the root, where it stays</td>
 *     <td>{@code merge.value.not_an_object}, {@code .too_many_keys} above 1024, {@code
 *     .proto_polluted}, {@code .too_deep} below 16 levels</td></tr>
 *   <tr><td>{@code increment}, {@code decrement}</td>
 *     <td>adds {@code by}, or takes it away: 1 unless given; what is missing counts as 0. The result
 *     of integers is exact, from -2^63 to 2^64 - 1; where a number has a fraction or an exponent it
 *     is a floating-point one of 64 bits</td>
 *     <td>{@code <op>.target_not_object}, {@code <op>.not_number}: no number, null included, or a
 *     result out of range</td></tr>
 *   <tr><td>{@code append}</td>
 *     <td>pushes {@code value} onto an array, as one element, or joins two strings. Null or missing
 *     becomes a string's own text, or an array of anything else; missing at a path of two names
 *     or more, always an array</td>
 *     <td>{@code append.target_not_object}, {@code append.type_mismatch}</td></tr>
 *   <tr><td>{@code remove}</td>
 *     <td>takes the field away, if there is one; leaves null at the root</td>
 *     <td>{@code remove.target_not_object}</td></tr>
 *   <tr><td>{@code test}</td>
 *     <td>nothing, if {@code value} is what is there: numbers compare by value, the fields of objects
 *     have no order, and what is missing is null</td>
 *     <td>{@code test.failed}; however it fails, no later op applies</td></tr>
 * </table>
 *
 * <p>A path is the name of one field, taken as it stands, dots included; or a list of names, which
 * leads into nested objects, never into arrays; or the root: {@code ""}, {@code []}, null or none.
 * To write, what is missing or no object on the way becomes one; but a root that is no object
 * stays, {@code <op>.target_not_object}, unless for a {@code merge}. {@code remove} makes nothing:
 * what is missing on the way leaves nothing to do, and what is no object fails. To {@code test},
 * nothing is beyond what is no object.
 *
 * <p>A path has at most 32 names ({@code <op>.path.too_deep}), none of them empty ({@code
 * .empty_segment}), longer than 256 bytes ({@code .segment_too_long}), or one of {@code __proto__},
 * {@code constructor} and {@code prototype} ({@code .proto_polluted}), because values travel to
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
   * Reads ops. A limit that an op breaks is found when it is applied.
   *
   * @param ops an array of them
   * @param atomic whether they are undone if one of them fails
   * @throws IllegalArgumentException if they do not have their form
   */
  public static Update of(JsonNode ops, boolean atomic) {
    return new Update(OpReader.read(ops), atomic);
  }

  /**
   * Applies the ops to a value. Neither that value nor the ops are changed, but what comes out
   * shares with them all that it need not copy: none of them may be changed afterwards.
   *
   * @param before null where the entry is missing: it starts as {@code {}}, unless the first op is
   *     at the root
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
