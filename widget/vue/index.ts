import {
  defineComponent,
  h,
  type MaybeRefOrGetter,
  onMounted,
  onScopeDispose,
  type ShallowRef,
  shallowRef,
  toValue,
  watch,
} from 'vue';
import { createSignup, type Signup, type SignupOptions } from '../index.ts';

/** A signup as long as the component is mounted; it follows options that are a ref or a getter. Undefined on a server. */
export function useSignup(options: MaybeRefOrGetter<SignupOptions>): Readonly<ShallowRef<Signup | undefined>> {
  const signup = shallowRef<Signup>();
  onMounted(() => {
    signup.value = createSignup(toValue(options));
  });
  watch(
    () => ({ ...toValue(options) }),
    (changed) => signup.value?.update(changed),
    { deep: true },
  );
  onScopeDispose(() => signup.value?.destroy());
  return signup;
}

/** A form in the page, where the component stands: `<SignupForm :options="…" />`. */
export const SignupForm = defineComponent({
  name: 'SignupForm',
  props: { options: { type: Object as () => Omit<SignupOptions, 'into' | 'layout'>, required: true } },
  setup(props: { readonly options: Omit<SignupOptions, 'into' | 'layout'> }) {
    const into = shallowRef<HTMLElement>();
    // Mounted before the composable makes the signup: the element is there then.
    useSignup(() => ({ ...props.options, layout: 'inline', into: into.value }));
    return () => h('div', { ref: into });
  },
});
