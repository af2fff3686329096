import { Signup } from './signup';

export const metadata = { title: 'Harbor Coffee' };

export default function Layout({ children }) {
  return (
    <html lang="en-GB">
      <body>
        {children}
        <Signup />
      </body>
    </html>
  );
}
