// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.jobs.expression.call.Arithmetic;
import io.drey.jobs.expression.call.Checker;
import io.drey.jobs.expression.call.EventPath;
import io.drey.jobs.expression.call.EventVariables;
import io.drey.jobs.expression.call.ExpressionEngine;
import io.drey.jobs.expression.call.Names;
import io.drey.jobs.expression.call.OwnFunctions;
import io.drey.jobs.expression.call.Sandbox;
import io.drey.jobs.expression.call.ScriptArithmetic;
import io.drey.jobs.expression.call.ScriptEngine;
import io.drey.jobs.expression.call.ScriptFunctions;
import io.drey.jobs.expression.call.ScriptSandbox;
import io.drey.jobs.expression.call.ScriptVariables;
import io.drey.jobs.expression.function.ChangingMethods;
import io.drey.jobs.expression.function.Functions;
import io.drey.jobs.expression.function.Methods;
import io.drey.jobs.expression.function.NamedFunction;
import io.drey.jobs.expression.syntax.ExpressionException;
import io.drey.jobs.expression.syntax.FaithfulParser;
import io.drey.jobs.expression.syntax.LineEnds;
import io.drey.jobs.expression.syntax.Nesting;
import io.drey.jobs.expression.syntax.Statements;
import io.drey.jobs.expression.syntax.Syntax;
import io.drey.jobs.expression.syntax.SyntaxError;
import io.drey.jobs.expression.syntax.SyntaxTree;
import io.drey.jobs.expression.syntax.TemplateTexts;
import io.drey.jobs.expression.value.ExpressionFailedException;
import io.drey.jobs.expression.value.Limits;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.JexlScript;
import org.apache.commons.jexl3.parser.JexlNode;
import org.apache.commons.logging.impl.NoOpLog;
import org.jspecify.annotations.Nullable;

/**
 * The JEXL that is allowed at one place of a pipeline file: its variables, functions, methods and
 * syntax.
 */
final class Language {
  private static final JexlFeatures FEATURES = JexlFeatures.createDefault().pragma(false);

  /** Expressions on one event. */
  static final Language EXPRESSION = fields(Set.of(EventVariables.EVENT));

  /** Scripts, whose many functions most pipelines do not need. */
  private static final class Scripts {
    static final Language OF_EVENTS = eventScripts(System::nanoTime, Limits.WORK);
    static final Language OF_KEYS =
        scripts(System::nanoTime, Limits.WORK, ScriptFunctions.OF_KEYS, ScriptVariables.OF_KEYS);
  }

  private final Syntax syntax;
  private final Names names;
  private final JexlEngine engine;

  private Language(Syntax syntax, Names names, JexlEngine engine) {
    this.syntax = syntax;
    this.names = names;
    this.engine = engine;
  }

  /** Expressions on these variables. */
  static Language fields(Set<String> variables) {
    Names names = new Names(variables, Functions.all(), Methods.READING);
    JexlBuilder jexl = jexl(new Sandbox(names), new Arithmetic());
    return new Language(Syntax.EXPRESSION, names, new ExpressionEngine(jexl));
  }

  /** Scripts that run for an event. */
  static Language eventScripts() {
    return Scripts.OF_EVENTS;
  }

  /** Scripts that run for a key. */
  static Language keyScripts() {
    return Scripts.OF_KEYS;
  }

  /** Scripts that run for an event; one that hangs by this clock, or works too much, is stopped. */
  static Language eventScripts(LongSupplier nanoClock, long mostWork) {
    return scripts(nanoClock, mostWork, ScriptFunctions.OF_EVENTS, ScriptVariables.OF_EVENTS);
  }

  private static Language scripts(
      LongSupplier nanoClock,
      long mostWork,
      Map<String, NamedFunction> functions,
      Set<String> variables) {
    Names names = new Names(variables, functions, ChangingMethods.ALL);
    ScriptArithmetic arithmetic = new ScriptArithmetic();
    JexlBuilder jexl = jexl(new ScriptSandbox(names, arithmetic), arithmetic);
    return new Language(
        Syntax.SCRIPT,
        names,
        new ScriptEngine(
            jexl.features(new JexlFeatures(FEATURES).lexical(true)).lexical(true),
            nanoClock,
            mostWork));
  }

  private static JexlBuilder jexl(Sandbox sandbox, Arithmetic arithmetic) {
    return new JexlBuilder()
        .uberspect(sandbox)
        .arithmetic(arithmetic)
        .features(FEATURES)
        .parserFactory(FaithfulParser::new)
        .strict(false)
        .safe(true)
        .silent(false)
        .cancellable(true)
        .antish(false)
        .booleanLogical(true)
        .debug(false)
        // What goes wrong is thrown. A logger of its own would start log4j, in every command.
        .logger(new NoOpLog())
        // Nodes cache what they resolve only if JEXL has a script cache; this one caches no script.
        .cache(1)
        .cacheThreshold(0);
  }

  /** Parses and checks a text; the result is thread-safe. */
  JexlScript compile(String text) throws ExpressionException {
    Nesting.checkLength(text, syntax.thing());
    TemplateTexts templates = TemplateTexts.of(text.replace("\r\n", "\n").replace('\r', '\n'));
    JexlScript script = parse(templates);
    JexlNode root = SyntaxTree.of(script).root();
    templates.place(root);
    OwnFunctions own = OwnFunctions.of(root, names);
    new Checker(syntax, names, own).check(root);
    own.mark(root);
    EventPath.mark(root);
    return script;
  }

  private JexlScript parse(TemplateTexts templates) throws ExpressionException {
    try {
      String text = templates.plain();
      Nesting.check(text, syntax.thing());
      Statements.check(text);
      return parse(LineEnds.marked(withColumns(text)));
    } catch (ExpressionException e) {
      throw templates.placed(e);
    }
  }

  /** JEXL strips leading spaces, but not tabs, before it counts columns. */
  private static String withColumns(String text) {
    String spaceless = text.stripLeading();
    int leading = text.length() - spaceless.length();
    String tabs = text.substring(0, leading).replace(' ', '\t');
    return tabs + spaceless;
  }

  private JexlScript parse(String text) throws ExpressionException {
    try {
      return syntax.parse(engine, text);
    } catch (JexlException.Parsing | JexlException.Tokenization e) {
      throw new SyntaxError(engine, syntax, text).of(e);
    } catch (StackOverflowError e) {
      throw Nesting.tooDeep(syntax.thing(), 1, 1);
    } catch (RuntimeException e) {
      if (e instanceof JexlException twice && SyntaxError.isDuplicate(twice)) {
        throw new SyntaxError(engine, syntax, text).of(twice);
      }
      // JEXL's parser lets a few of Java's exceptions escape.
      String reason = ": " + e.getMessage();
      throw new ExpressionException("Cannot parse " + syntax.thing() + reason, 1, 1);
    }
  }

  /**
   * Runs a script.
   *
   * @throws ExpressionFailedException if a limit is exceeded
   * @throws CancellationException if the thread is interrupted, which it then still is
   */
  static @Nullable Object run(JexlScript script, JexlContext variables) {
    try {
      Object result = script.execute(variables);
      return result instanceof Integer integer ? Long.valueOf(integer) : result;
    } catch (JexlException.Cancel e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted");
    } catch (JexlException e) {
      throw failure(e);
    }
  }

  private static ExpressionFailedException failure(JexlException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof ExpressionFailedException failure) {
        return failure;
      }
    }
    JexlInfo at = exception.getInfo();
    String place = at == null ? "" : " at " + at.getLine() + ":" + at.getColumn();
    return new ExpressionFailedException(
        exception instanceof JexlException.StackOverflow
            ? "Cannot evaluate expression: nested too deeply"
            : "Cannot evaluate expression" + place + ": " + exception.getDetail());
  }
}
