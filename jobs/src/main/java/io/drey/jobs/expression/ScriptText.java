// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.call.ScriptHangsException;
import io.drey.jobs.expression.call.ScriptVariables;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.ScriptOrigin;
import io.drey.jobs.expression.syntax.SourcePositions;
import io.drey.jobs.expression.syntax.SyntaxTree;
import io.drey.jobs.expression.value.ExpressionFailedException;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.JexlScript;
import org.apache.flink.util.FlinkRuntimeException;

/** A compiled script; serialized as its text. */
final class ScriptText implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What a script runs for. */
  enum Kind {
    EVENT,
    KEY;

    Language language() {
      return this == EVENT ? Language.eventScripts() : Language.keyScripts();
    }
  }

  private final Kind kind;
  private final String text;
  private final SourcePositions places;
  private transient JexlScript compiled;

  private ScriptText(Kind kind, Language language, String text, ScriptOrigin origin)
      throws ExpressionException {
    this.kind = kind;
    this.text = text;
    this.compiled = language.compile(text);
    this.places = new SourcePositions(SyntaxTree.of(compiled), origin);
  }

  static ScriptText parse(Kind kind, String text, ScriptOrigin origin) throws ExpressionException {
    return new ScriptText(kind, kind.language(), text, origin);
  }

  /** A script for events with another clock and limit of work, until it is serialized. */
  static ScriptText limited(LongSupplier nanoClock, long mostWork, String text, ScriptOrigin origin)
      throws ExpressionException {
    return new ScriptText(Kind.EVENT, Language.eventScripts(nanoClock, mostWork), text, origin);
  }

  StateUse stateUse() {
    return StateUse.of(SyntaxTree.of(compiled));
  }

  ScriptUses uses() {
    return ScriptUses.of(SyntaxTree.of(compiled), places);
  }

  /**
   * Runs the script; its changes and events reach the scope only if it finishes.
   *
   * @throws ExpressionFailedException if a limit is exceeded, or a change cannot be made
   * @throws ScriptHangsException if it does not finish in time
   * @throws CancellationException if the thread is interrupted, which it then still is
   */
  void run(ScriptVariables variables) {
    try {
      compiled.execute(variables);
      variables.leave();
    } catch (JexlException.Cancel e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted");
    } catch (ScriptHangsException e) {
      throw e.in(places);
    } catch (JexlException e) {
      throw failure(e);
    } catch (ExpressionFailedException e) {
      throw failed(places.start(), e);
    }
  }

  private RuntimeException failure(JexlException exception) {
    JexlInfo at = exception.getInfo();
    String place = at == null ? places.start() : places.at(at.getLine(), at.getColumn());
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof ExpressionFailedException failure) {
        return failed(place, failure);
      }
      if (cause instanceof FlinkRuntimeException state) {
        return state;
      }
    }
    boolean isTooDeep = exception instanceof JexlException.StackOverflow;
    String reason = isTooDeep ? "nested too deeply" : exception.getDetail();
    return new ExpressionFailedException(place + ": Cannot run script: " + reason);
  }

  private static ExpressionFailedException failed(String place, ExpressionFailedException failure) {
    return new ExpressionFailedException(place + ": " + failure.getMessage());
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    try {
      compiled = kind.language().compile(text);
    } catch (ExpressionException e) {
      InvalidObjectException invalid = new InvalidObjectException("Cannot parse '" + text + "'");
      invalid.initCause(e);
      throw invalid;
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
