/** Commands, answers and changes of the scope/key store as events. */
@NullMarked
package io.drey.jobs.kv;

import org.jspecify.annotations.NullMarked;
