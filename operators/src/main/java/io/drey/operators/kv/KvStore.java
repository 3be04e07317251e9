package io.drey.operators.kv;

import io.drey.operators.kv.command.Answer;
import io.drey.operators.kv.command.Answered;
import io.drey.operators.kv.command.Change;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.CommandForm;
import io.drey.operators.kv.command.Refusal;
import io.drey.operators.kv.command.TypedCommands;
import io.drey.operators.order.ExactTime;
import io.drey.operators.rule.KeyedSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JSON values under keys in scopes. A stream of commands comes in; an answer to each leaves,
 * and every change of an entry. Commands on one scope are carried out one after another in the
 * order they arrive: nothing comes between the reading and the writing of an update.
 *
 * <pre>{@code
 * KvStreams<Command, Answered, Change> profiles =
 *     KvStore.on(commands, KvOptions.expiring(Duration.ofDays(30)), "profiles");
 * DataStream<Answered> answers = profiles.answers();
 * DataStream<Change> changes = profiles.changes();
 * }</pre>
 *
 * <table>
 *   <caption>What commands do, and what of {@link Answer} they answer with</caption>
 *   <tr><th>command</th><th>does</th><th>answer</th></tr>
 *   <tr><td>set</td><td>puts a value, and its expiry, in place of any</td>
 *     <td>oldValue, newValue</td></tr>
 *   <tr><td>get</td><td>nothing</td><td>value, found</td></tr>
 *   <tr><td>delete</td><td>takes an entry away</td><td>oldValue</td></tr>
 *   <tr><td>update</td><td>applies ops to a value, see {@link
 *     io.drey.operators.kv.update.Update}; the expiry stays</td>
 *     <td>oldValue, newValue, errors</td></tr>
 *   <tr><td>list</td><td>nothing</td><td>entries</td></tr>
 *   <tr><td>list_groups</td><td>nothing</td><td>groups</td></tr>
 *   <tr><td>clear</td><td>takes all entries of a scope away</td><td>removed</td></tr>
 * </table>
 *
 * <p><b>Output:</b> answers, with the times of their commands. An answer reflects every earlier
 * command of the same subtask of the stream; that to list_groups may come after later ones. {@link
 * KvStreams#changes} has each change once. A command that cannot be carried out is answered with a
 * {@link Refusal}, and changes nothing.
 *
 * <p><b>Time:</b> event time, or the machine's clock with {@link KeyedSettings#PROCESSING_TIME}. An
 * entry with a ttl is gone for a command ttl or more later than the one that set it, whether a
 * watermark has passed that instant or not. A write that meets it then, or else the watermark,
 * brings its change, with that instant as its time; at the end of input all are gone. list_groups
 * may tell of a scope whose entries have all expired until the watermark has passed that.
 *
 * <p><b>State:</b> a map state a scope, read and written entry by entry; how many entries it has;
 * and a timer for each entry with a ttl. Freed by delete, clear and expiry. {@link
 * KeyedSettings#maxKeys} caps the number of scopes, of which the least recently used is cleared,
 * and the number of keys in each, of which the least recently used is deleted: by set, update or a
 * get that finds it. Such changes have the time of the command that caused them.
 */
public final class KvStore {
  /** The id of the output tag of changes. */
  public static final String CHANGES = "changes";

  private KvStore() {}

  static <I> OutputTag<GroupScopes<I>> told(TypeInformation<I> type) {
    return new OutputTag<>("told", GroupScopes.type(type));
  }

  /** Attaches a store to a stream of commands, which are answered as they arrive. */
  public static KvStreams<Command, Answered, Change> on(
      DataStream<Command> commands, KvOptions options, String uid) {
    return on(commands, KvResults.typed(), options, uid);
  }

  /** The same with results, and triggers, of one's own. */
  public static <A, C> KvStreams<Command, A, C> on(
      DataStream<Command> commands,
      KvResults<Command, A, C> results,
      KvOptions options,
      String uid) {
    return on(commands, new TypedCommands(), results, options, null, uid);
  }

  /**
   * Attaches a store to commands of any form.
   *
   * @param order sorts the commands by their time before they are carried out, those that come too
   *     late apart; null to carry them out as they arrive
   * @param uid of the store; {@code <uid>-key}, {@code -order}, {@code -late} and {@code -groups}
   *     are those of the operators around it
   */
  public static <I, A, C> KvStreams<I, A, C> on(
      DataStream<I> commands,
      CommandForm<I> form,
      KvResults<I, A, C> results,
      KvOptions options,
      @Nullable ExactTime<I> order,
      String uid) {
    return new KvWiring<>(commands, form, results, options, uid).attach(order);
  }
}
