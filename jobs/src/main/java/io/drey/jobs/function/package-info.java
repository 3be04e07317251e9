/** Functions of users' jars in pipeline files: found, made with their options, given events. */
@NullMarked
package io.drey.jobs.function;

import org.jspecify.annotations.NullMarked;
