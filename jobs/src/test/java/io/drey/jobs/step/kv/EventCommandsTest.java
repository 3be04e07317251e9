// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drey.operators.event.Event;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.Operation;
import io.drey.operators.kv.command.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCommandsTest {
  private static final EventCommands FORM = new EventCommands();

  @Test
  void readsWhatAnOperationHasAndNoMore() throws Exception {
    assertThat(
            read("{'op':'set','scope':'s','key':'k','value':{ 'a' : 1.50 },'ttl':'10m','ops':[]}"))
        .isEqualTo(
            new Command(Operation.SET, "s", "k", "{ \"a\" : 1.50 }", null, false, 600_000L, null));
    assertThat(read("{'op':'update','scope':'s','key':'k','ops':[1],'atomic':true,'value':2}"))
        .isEqualTo(new Command(Operation.UPDATE, "s", "k", null, "[1]", true, null, null));
    assertThat(read("{'op':'get','scope':'s','key':'k','ttl':5}"))
        .isEqualTo(new Command(Operation.GET, "s", "k", null, null, false, null, null));
    assertThat(read("{'op':'list','scope':'s','key':5}"))
        .isEqualTo(new Command(Operation.LIST, "s", null, null, null, false, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'scope':'s'}                                              | unknown_op    | Missing op
          {'op':null,'scope':'s'}                                    | unknown_op    | Invalid op: must be a string but was null
          {'op':'SET','scope':'s'}                                   | unknown_op    | Unknown op: 'SET' (known: clear, delete, get, list, list_groups, set, update)
          {'op':'list'}                                              | missing_scope | Missing scope
          {'op':'list','scope':5}                                    | missing_scope | Invalid scope: must be a string but was a number
          {'op':'get','scope':'s'}                                   | missing_key   | Missing key
          {'op':'get','scope':'s','key':null}                        | missing_key   | Invalid key: must be a string but was null
          {'op':'get','scope':'s','key':['k']}                       | missing_key   | Invalid key: must be a string but was an array
          {'op':'set','scope':'s','key':'k'}                         | missing_value | Missing value
          {'op':'set','scope':'s','key':'k','value':1,'ttl':'soon'}  | bad_ttl       | Invalid ttl: must be a duration like 30s or PT10M, longer than 0, but was "soon"
          {'op':'set','scope':'s','key':'k','value':1,'ttl':'0s'}    | bad_ttl       | Invalid ttl: must be a duration like 30s or PT10M, longer than 0, but was "0s"
          {'op':'set','scope':'s','key':'k','value':1,'ttl':60}      | bad_ttl       | Invalid ttl: must be a duration like 30s or PT10M, longer than 0, but was 60
          {'op':'update','scope':'s','key':'k'}                      | bad_ops       | Missing ops
          {'op':'update','scope':'s','key':'k','ops':[],'atomic':1}  | bad_ops       | Invalid atomic: must be true or false but was a number
          """)
  void refusesWhatIsNoCommand(String json, String code, String message) {
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> FORM.read(event(json)));

    assertThat(refused.refusal().code()).isEqualTo(code);
    assertThat(refused.refusal().message()).isEqualTo(message);
  }

  @Test
  void nullIsAValueAndAsGoodAsNoTtl() throws Exception {
    assertThat(read("{'op':'set','scope':'s','key':'k','value':null,'ttl':null}"))
        .isEqualTo(new Command(Operation.SET, "s", "k", "null", null, false, null, null));
    assertThat(read("{'op':'update','scope':'s','key':'k','ops':[],'atomic':null}"))
        .isEqualTo(new Command(Operation.UPDATE, "s", "k", null, "[]", false, null, null));
  }

  @Test
  void aScopeHasOneKeyHoweverItIsWritten() {
    String plain = FORM.scopeKey(FORM.keyed(event("{'scope':'caf\u00e9'}")));
    String escaped = FORM.scopeKey(FORM.keyed(Event.of("{\"scope\":\"caf\\u00e9\"}")));

    assertThat(escaped).isEqualTo(plain).isEqualTo("\"café\"");
    assertThat(FORM.scope(plain)).isEqualTo("café");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}
          {'scope':null}
          {'scope':1}
          {'scope':true}
          """)
  void whatIsNoScopeIsNoScopesKey(String json) {
    assertThat(FORM.scopeKey(FORM.keyed(event(json)))).isEqualTo("[]");
  }

  private static Command read(String json) throws RefusedException {
    return FORM.read(event(json));
  }

  private static Event event(String json) {
    return Event.of(json.replace('\'', '"'));
  }
}
